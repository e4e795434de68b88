import { Argument, type Command } from 'commander';

const SHELLS = ['bash', 'zsh', 'fish'] as const;
type Shell = (typeof SHELLS)[number];

/** Each shell asks the command itself what may come next, so that a script never lags behind the commands. */
const SCRIPTS: Readonly<Record<Shell, string>> = {
  bash: `_countersign() {
  local current="\${COMP_WORDS[COMP_CWORD]}"
  COMPREPLY=($(compgen -W "$(countersign completion-words -- "\${COMP_WORDS[@]:1:COMP_CWORD-1}" 2>/dev/null)" -- "$current"))
}
complete -o default -F _countersign countersign
`,
  zsh: `#compdef countersign
_countersign() {
  local -a candidates
  candidates=(\${(f)"$(countersign completion-words -- \${words[2,CURRENT-1]} 2>/dev/null)"})
  compadd -a candidates
}
compdef _countersign countersign
`,
  fish: `complete -c countersign -f -a '(countersign completion-words -- (commandline -opc)[2..-1] 2>/dev/null)'
`,
};

/** Lists what may follow the words: the commands and options of the command that they name. */
export function candidatesAfter(program: Command, words: readonly string[]): string[] {
  let command = program;
  for (const word of words) command = command.commands.find((one) => one.name() === word) ?? command;
  const help = command.createHelp();
  return [
    ...help
      .visibleCommands(command)
      .map((one) => one.name())
      .filter((name) => name !== 'help'),
    ...[...help.visibleOptions(command), ...(command === program ? [] : help.visibleOptions(program))]
      .map(({ long }) => long)
      .filter((long) => long !== undefined && !words.includes(long)),
  ].filter((name) => name !== undefined);
}

/** Adds the commands for shell completion. */
export function addCompletionCommands(program: Command): void {
  program
    .command('completion')
    .description('print the completion script of a shell; to use it: source <(countersign completion bash)')
    .addArgument(new Argument('<shell>').choices(SHELLS))
    .action((shell: Shell) => void process.stdout.write(SCRIPTS[shell]));
  program
    .command('completion-words', { hidden: true })
    .argument('[words...]')
    .action((words: string[]) => {
      process.stdout.write(`${[...new Set(candidatesAfter(program, words))].join('\n')}\n`);
    });
}
