import { render } from 'preact';
import '../board/looks.js';
import { Boundary } from '../board/boundary.js';
import { readAddress } from '../shared/address.js';
import { Preview } from './preview.js';

const address = readAddress(location);
document.documentElement.dataset.theme = address.theme ?? 'dark';
document.documentElement.dataset.view = address.view ?? 'HALL';
const root = document.getElementById('board');
if (root) {
  render(
    <Boundary>
      <Preview address={address} />
    </Boundary>,
    root,
  );
}
