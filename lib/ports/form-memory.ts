/** The browser's own memory for forms: it offers to keep the cards and addresses that it saw being typed. */
export interface FormMemory {
  /** Withholds the offers, or leaves them to the browser's owner again. A browser that lets nobody do so goes on as it is. */
  withhold(isWithheld: boolean): Promise<void>;
}
