import { render } from 'preact';
import { fetchWordsOfNeed } from '../shared/fonts.js';
import './looks.js';
import { readAddress } from '../shared/address.js';
import { Boundary } from './boundary.js';
import { Page } from './page.js';
import { leaveUnattended } from './unattended.js';

const address = readAddress(location);
document.documentElement.dataset.theme = address.theme ?? 'dark';
document.documentElement.dataset.view = address.view ?? 'HALL';
leaveUnattended();
fetchWordsOfNeed();

const root = document.getElementById('board');
if (root) {
  render(
    <Boundary>
      <Page address={address} />
    </Boundary>,
    root,
  );
}
