import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import { GraphiQL } from 'graphiql';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { examples } from '../../demo/examples.js';
import './explorer.css';
import { fetcher } from './fetcher.js';
import { storage } from './storage.js';
import { firstMeetingId, tabsOf } from './tabs.js';

const root = document.getElementById('explorer');
if (root) {
  const defaultTabs = tabsOf(examples, await firstMeetingId());
  const props = { fetcher, storage, defaultTabs, defaultEditorToolsVisibility: 'variables' };
  createRoot(root).render(createElement(GraphiQL, props));
}
