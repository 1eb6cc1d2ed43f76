import { render } from 'preact';
import '../board/looks.js';
import { Boundary } from '../board/boundary.js';
import { Preview } from './preview.js';

document.documentElement.dataset.theme = 'dark';
const root = document.getElementById('board');
if (root) {
  render(
    <Boundary>
      <Preview />
    </Boundary>,
    root,
  );
}
