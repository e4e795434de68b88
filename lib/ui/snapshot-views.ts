/** The parts of a snapshot and the records as views take them. Components know the messages' shapes through here only. */
export type {
  AgentView,
  CheckoutView,
  ChoiceView,
  MandateDraft,
  MandateView,
  OperatorSnapshot,
  QueueItem,
} from '../messaging/contracts/operator.ts';
export type {
  ActivityRow,
  CardRow,
  DayRow,
  Diagnostics,
  SiteRow,
  WeekRow,
} from '../messaging/contracts/records.ts';
