import type { PspMerchant } from '../psp/merchants.ts';
import type { World } from '../world/world.ts';
import type { OrderAnswer } from './order-form.ts';
import type { PspCharge, PspLink } from './psp-link.ts';

interface Order {
  ref: string;
  total: number;
  email: string;
  chargeId: string | undefined;
  status: 'open' | 'placed' | 'captured';
}

/** Who pays, and with what. */
interface Payment {
  token: string;
  email: string;
}

const DECLINED = 'Your card was declined. Please check the details or use another card.';

/** One shop's orders: charges them, confirms them as scripted, captures them a little later. */
export class Orders {
  private readonly orders = new Map<string, Order>();
  private readonly timers = new Set<NodeJS.Timeout>();
  private releaseHanging: () => void = () => undefined;
  private hanging = this.makeHanging();

  constructor(
    private readonly world: World,
    private readonly merchant: PspMerchant,
    private readonly psp: PspLink,
  ) {}

  async place(payment: Payment, total: number): Promise<OrderAnswer> {
    const order = this.open(payment.email, total);
    if (this.world.options.current.afterPay === 'spoof_confirmation_without_charge')
      return this.confirm(order, false);
    const charge = await this.psp.charge({ token: payment.token, amount: total, order: order.ref });
    return this.continueWith(order, charge);
  }

  /** Takes up an order that was paid on the provider's own page. */
  placePaid(charge: PspCharge, total: number, email: string): Promise<OrderAnswer> {
    return this.continueWith(this.open(email, total), charge);
  }

  /** Goes on with an order whose buyer came back from the bank's check. */
  async complete(ref: string): Promise<OrderAnswer | undefined> {
    const order = this.orders.get(ref);
    if (order?.chargeId === undefined || order.status !== 'open') return undefined;
    return this.continueWith(order, await this.psp.confirm(order.chargeId));
  }

  find(ref: string): { ref: string; total: number; email: string; isPlaced: boolean } | undefined {
    const order = this.orders.get(ref);
    return order && { ref, total: order.total, email: order.email, isPlaced: order.status !== 'open' };
  }

  /** Captures every placed order that is still waiting; gives how many. */
  async captureNow(): Promise<number> {
    const waiting = [...this.orders.values()].filter((one) => one.status === 'placed' && one.chargeId);
    await Promise.all(waiting.map((order) => this.capture(order)));
    return waiting.length;
  }

  reset(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
    this.orders.clear();
    this.releaseHanging();
    this.hanging = this.makeHanging();
  }

  private open(email: string, total: number): Order {
    const number = String(this.world.ids.next('order') + (this.world.seed % 5000)).padStart(6, '0');
    const ref = `SO-2026-${number}`;
    const order: Order = { ref, total, email, chargeId: undefined, status: 'open' };
    this.orders.set(ref, order);
    return order;
  }

  private async continueWith(order: Order, charge: PspCharge | undefined): Promise<OrderAnswer> {
    if (!charge)
      return { status: 'declined', message: 'The payment could not be started. Please try again.' };
    order.chargeId = charge.id;
    if (charge.status === 'requires_action' && charge.action)
      return { status: 'requires_action', ref: order.ref, action: charge.action };
    if (charge.status !== 'succeeded') return { status: 'declined', message: DECLINED };
    const answer = this.confirm(order, true);
    this.captureSoon(order);
    if (this.world.options.current.afterPay === 'hang') await this.hanging;
    return answer;
  }

  private confirm(order: Order, charged: boolean): OrderAnswer {
    order.status = 'placed';
    const { ref, total } = order;
    this.world.events.add({
      kind: 'order-confirmed',
      shop: this.merchant.descriptor,
      orderRef: ref,
      total,
      charged,
    });
    if (this.world.options.current.afterPay === 'unknown_page')
      return { status: 'processing', ref, next: `/processing/${ref}` };
    return { status: 'confirmed', ref, next: `/orders/${ref}` };
  }

  private captureSoon(order: Order): void {
    const { capture, captureAfterMs } = this.world.options.current;
    if (capture === 'manual') return;
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      // A sandbox that is closing drops the connection; the order then stays uncaptured, as it should.
      this.capture(order).catch(() => undefined);
    }, captureAfterMs);
    this.timers.add(timer);
  }

  private async capture(order: Order): Promise<void> {
    if (order.chargeId === undefined || order.status !== 'placed') return;
    order.status = 'captured';
    const amount = Math.max(1, order.total - this.world.options.current.lateDiscount);
    await this.psp.capture(order.chargeId, amount);
  }

  private makeHanging(): Promise<void> {
    return new Promise((resolve) => (this.releaseHanging = resolve));
  }
}
