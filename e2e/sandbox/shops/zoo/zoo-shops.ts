import { HOSTILE_SHOPS } from '../hostile/hostile-shops.ts';
import { thiefShop } from '../hostile/thief-shop.ts';
import { accordionShop } from './accordion-shop.ts';
import { againShop, trialShop } from './club-shops.ts';
import type { ZooShop } from './desk.ts';
import { dollarShop } from './dollar-shop.ts';
import { donationShop } from './donation-shop.ts';
import { frameShop } from './frame-shop.ts';
import { guestShop, memberShop } from './guest-shop.ts';
import { popUpShop, redirectShop } from './hosted-shops.ts';
import { arabicShop, germanShop, japaneseShop } from './language-shops.ts';
import { registrarShop } from './registrar-shop.ts';
import { slowShop } from './slow-shop.ts';
import { stepsShop } from './steps-shop.ts';
import { cleaveShop, imaskShop, muiShop, reactInputsShop, shadowShop, vueShop } from './widget-shops.ts';

/** Every shop of the zoo. */
export const ZOO_SHOPS: readonly ZooShop[] = [
  stepsShop,
  frameShop,
  redirectShop,
  popUpShop,
  shadowShop,
  vueShop,
  reactInputsShop,
  muiShop,
  cleaveShop,
  imaskShop,
  accordionShop,
  guestShop,
  memberShop,
  trialShop,
  againShop,
  registrarShop,
  donationShop,
  dollarShop,
  arabicShop,
  japaneseShop,
  germanShop,
  slowShop,
];

/** Every shop that is open under `zoo.localhost`, whether it means well or not. */
export const OPEN_SHOPS: readonly ZooShop[] = [...ZOO_SHOPS, ...HOSTILE_SHOPS, thiefShop];
