import type { World } from '../world/world.ts';

type Listener = () => void;

/** How much prices have been raised, and who wants to know. */
export class PriceBoard {
  private drifted = 0;
  private known = 0;
  private readonly listeners = new Set<Listener>();
  private readonly timers = new Set<NodeJS.Timeout>();

  constructor(private readonly world: World) {
    world.options.subscribe(() => this.tellAll());
  }

  /** Minor units on top of the usual price. */
  get raisedBy(): number {
    const { raisePriceBy, priceDriftAfterMs } = this.world.options.current;
    return priceDriftAfterMs === null ? raisePriceBy : this.drifted;
  }

  /** Starts the scripted drift, counted from a page's first look at the price. */
  pageLoaded(): void {
    const { raisePriceBy, priceDriftAfterMs } = this.world.options.current;
    if (priceDriftAfterMs === null || this.drifted > 0 || this.timers.size > 0) return;
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      this.drifted = Math.max(1, raisePriceBy);
      this.tellAll();
    }, priceDriftAfterMs);
    timer.unref();
    this.timers.add(timer);
  }

  subscribe(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  reset(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
    this.drifted = 0;
    this.tellAll();
  }

  private tellAll(): void {
    if (this.raisedBy > this.known) this.world.events.add({ kind: 'price-raised', by: this.raisedBy });
    this.known = this.raisedBy;
    for (const listener of this.listeners) listener();
  }
}
