import { createRoot } from 'react-dom/client';
import { Route, Switch } from 'wouter';
import { CartPage } from './cart-page.tsx';
import { CheckoutPage } from './checkout-page.tsx';
import { OrderPage, ProcessingPage } from './order-page.tsx';

function App() {
  return (
    <Switch>
      <Route path="/" component={CartPage} />
      <Route path="/checkout" component={CheckoutPage} />
      <Route path="/orders/:orderRef">{({ orderRef }) => <OrderPage orderRef={orderRef} />}</Route>
      <Route path="/processing/:orderRef" component={ProcessingPage} />
      <Route>
        <main>
          <h1>Page not found</h1>
        </main>
      </Route>
    </Switch>
  );
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
