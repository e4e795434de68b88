/** The parts of a snapshot as views take them. Components know the messages' shapes through here only. */
export type {
  AgentView,
  CheckoutView,
  ChoiceView,
  MandateView,
  OperatorSnapshot,
  QueueItem,
} from '../messaging/contracts/operator.ts';
