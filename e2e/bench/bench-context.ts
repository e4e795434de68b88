/** What every section of the bench gets. */
export interface BenchContext {
  readonly executablePath: string;
  /** How often a section repeats what it measures. */
  readonly runs: number;
  /** A folder of labelled pages to find fields on; the project's own pages when it is not given. */
  readonly corpus: string | undefined;
  readonly say: (line: string) => void;
}

/** Measures one thing beside a named baseline of the same run, and gives what the report prints under its name. */
export type BenchSection = (context: BenchContext) => Promise<object>;
