/** What the worker says of a tab, as far as the scorer reads it. */
export interface Look {
  readonly error?: string;
  readonly wall?: {
    readonly kind: string;
    readonly detail: string;
    readonly evidence: readonly string[];
  } | null;
  readonly vendor?: string | null;
  readonly checks?: readonly { readonly vendor: string; readonly state: string }[];
  readonly finding?: { readonly kind: string };
}

export interface Verdict {
  readonly verdict: string;
  readonly state: string;
  readonly evidence: readonly string[];
}

/** Puts a judgement into the words of `truth`. Runs, the audit and agents use the walls' own names. */
export function verdictOf({ error, wall, vendor, checks = [], finding }: Look): Verdict {
  if (error) return { verdict: 'unreadable', state: 'unreadable', evidence: [error] };
  const outcome = finding?.kind === 'confirmation' || finding?.kind === 'declined' ? finding.kind : undefined;
  const passive = checks.find(({ state }) => state === 'solved')?.state ?? (checks[0]?.state || 'none');
  if (!wall) {
    return { verdict: outcome ?? 'none', state: outcome ? 'showing' : passive, evidence: checks.map(lineOf) };
  }
  const state = checks.find((check) => check.vendor === vendor && /showing|expired/.test(check.state))?.state;
  return {
    verdict: wordFor(wall.kind, vendor ?? undefined),
    state: state ?? 'showing',
    evidence: wall.evidence,
  };
}

const lineOf = ({ vendor, state }: { vendor: string; state: string }): string => `${vendor} ${state}`;

function wordFor(kind: string, vendor: string | undefined): string {
  switch (kind) {
    case 'captcha':
    case 'antibot':
    case 'blocked':
      if (vendor === undefined) return kind;
      return vendor === 'cloudflare' ? 'cloudflare' : `captcha:${vendor}`;
    case 'otp_sms':
    case 'otp_email':
    case 'otp_app':
      return 'otp';
    case 'unsupported_widget':
      return 'unsupported';
    default:
      return kind;
  }
}
