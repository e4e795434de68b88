import { useState } from 'react';
import { cleanText } from '../../lib/ui/clean-text.ts';
import { Icon } from './icon.tsx';
import { useLanguage } from './language.tsx';

const LONG = 140;

/** An agent's or a page's words: quoted, boxed, plain, under a line that says whose they are. */
export function Said({ by, words }: { by: string; words: string }) {
  const { t } = useLanguage();
  return <Quoted under={t('saidBy', cleanText(by, 60))} words={words} />;
}

/** Words that are data, not ours in the operator's language: quoted and boxed under a line that says what they are. */
export function Quoted({ under, words }: { under: string; words: string }) {
  const { t } = useLanguage();
  const [isWhole, setIsWhole] = useState(false);
  const clean = cleanText(words);
  const isCut = clean.length > LONG && !isWhole;
  return (
    <div className="said">
      <p className="who">
        <Icon name="quote" small />
        {under}
      </p>
      <q dir="auto" className={isCut ? 'clip3' : undefined}>
        {clean}
      </q>
      {isCut && (
        <button type="button" className="link" onClick={() => setIsWhole(true)}>
          {t('showAllWords')}
        </button>
      )}
    </div>
  );
}
