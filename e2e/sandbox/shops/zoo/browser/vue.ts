import { createApp, defineComponent, ref, watch } from 'vue';
import { postOrder } from './post-order.ts';

const COUNTRIES = [
  ['AR', 'Argentina'],
  ['CA', 'Canada'],
  ['DE', 'Germany'],
  ['US', 'United States'],
] as const;
const REGIONS: Record<string, readonly (readonly [string, string])[]> = {
  CA: [
    ['ON', 'Ontario'],
    ['QC', 'Quebec'],
  ],
  US: [
    ['AZ', 'Arizona'],
    ['CA', 'California'],
    ['NY', 'New York'],
  ],
};
const CALLING = [
  ['+49', 'Germany (+49)'],
  ['+1', 'United States (+1)'],
  ['+44', 'United Kingdom (+44)'],
] as const;
const LOADS_FOR_MS = 700;

/** A drop-down as component libraries build them: it opens on a pointer press, lists options in a layer, and is no `select`. */
const OwnSelect = defineComponent({
  props: { id: String, label: String, options: { type: Array, required: true }, modelValue: String },
  emits: ['update:modelValue'],
  setup: () => ({ isOpen: ref(false) }),
  template: `
    <div style="margin:.5rem 0">
      <span :id="id + '-label'">{{ label }}</span>
      <div :id="id" role="combobox" tabindex="0" aria-haspopup="listbox" :aria-expanded="isOpen"
        :aria-controls="id + '-list'" :aria-labelledby="id + '-label'" @mousedown.prevent="isOpen = !isOpen"
        style="border:1px solid #9aa4b1;padding:.4rem;min-height:1.4rem">
        {{ options.find(([code]) => code === modelValue)?.[1] ?? 'Choose…' }}
      </div>
      <ul v-if="isOpen" :id="id + '-list'" role="listbox" style="list-style:none;padding:0;margin:0;border:1px solid #9aa4b1">
        <li v-for="[code, name] in options" :key="code" role="option" :data-value="code" :aria-selected="code === modelValue"
          @click="$emit('update:modelValue', code); isOpen = false">{{ name }}</li>
      </ul>
    </div>`,
});

createApp({
  components: { OwnSelect },
  setup() {
    const form = ref<Record<string, string>>({ country: '', state: '', phoneCountry: '' });
    const regions = ref<readonly (readonly [string, string])[]>([]);
    const problem = ref('');
    watch(
      () => form.value.country,
      (country) => {
        form.value.state = '';
        regions.value = [];
        setTimeout(() => (regions.value = REGIONS[country ?? ''] ?? []), LOADS_FOR_MS);
      },
    );
    const pay = () => postOrder(form.value, (text) => (problem.value = text));
    return { form, regions, problem, pay, countries: COUNTRIES, calling: CALLING };
  },
  template: `
    <p v-if="problem" role="alert">{{ problem }}</p>
    <form @submit.prevent="pay" novalidate>
      <label for="email">E-mail</label><input id="email" v-model="form.email" type="email" autocomplete="email">
      <div class="pair">
        <own-select id="phone-country" label="Country code" :options="calling" v-model="form.phoneCountry" />
        <div><label for="phone">Phone number</label><input id="phone" v-model.lazy="form.phone" type="tel" autocomplete="tel-national"></div>
      </div>
      <label for="name">Full name</label><input id="name" v-model.trim="form.name">
      <own-select id="state" label="State or region" :options="regions" v-model="form.state" />
      <own-select id="country" label="Country" :options="countries" v-model="form.country" />
      <label for="line1">Street address</label><input id="line1" v-model="form.line1">
      <label for="city">City</label><input id="city" v-model="form.city">
      <label for="zip">ZIP code</label><input id="zip" v-model="form.zip">
      <label for="cardName">Name on card</label><input id="cardName" v-model="form.cardName">
      <label for="cardNumber">Card number</label><input id="cardNumber" v-model="form.cardNumber" inputmode="numeric">
      <label for="expiry">Expiry date</label><input id="expiry" v-model="form.expiry" placeholder="MM/YY">
      <label for="cvc">Security code</label><input id="cvc" v-model="form.cvc" maxlength="4">
      <button>Pay now</button>
    </form>`,
}).mount('#app');
