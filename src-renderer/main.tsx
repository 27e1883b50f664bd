import './client/no-eval.ts';
import './styles/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { setUpWords } from './i18n/setup.ts';

/** Until main says which language it is (a moment later), the one of the page. */
setUpWords('zh-CN');

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
