import { fileURLToPath } from 'node:url';
import express, { type Router } from 'express';

/** Where `npm run build` puts the screens: dist/web, seen from dist/src/doors as from src/doors. */
const folder = fileURLToPath(
  new URL(import.meta.url.includes('/dist/src/') ? '../../web/' : '../../dist/web/', import.meta.url),
);

/** The pages: built files, and no request that leaves this server. */
export function screens({ explorer }: { explorer: boolean }): Router {
  const router = express.Router();
  const page = (path: string) => (_request: express.Request, response: express.Response) => {
    response.set('Cache-Control', 'no-cache').sendFile(path, { root: folder }, (error) => {
      if (error && !response.headersSent)
        response.status(404).type('text').send('The screens are not built: npm run build\n');
    });
  };
  // Names of assets carry a hash of their content.
  router.use('/assets', express.static(`${folder}assets`, { immutable: true, maxAge: '1y', index: false }));
  router.get('/', page('index.html'));
  router.get('/board/:meetingId', page('board/index.html'));
  router.get('/board-preview/:meetingId', page('preview/index.html'));
  router.get('/desk/:meetingId', page('desk/index.html'));
  router.get('/sign-in', page('sign-in/index.html'));
  router.get('/invite', page('invite/index.html'));
  router.get('/enter', page('enter/index.html'));
  router.get('/me', page('me/index.html'));
  router.get('/reception/:meetingId', page('reception/index.html'));
  router.get(['/console', '/console/:meetingId'], page('console/index.html'));
  router.get('/admin', page('admin/index.html'));
  // A board without a meeting: the screen shows a code, and becomes the board of the meeting that it is confirmed for.
  router.get('/display', page('board/index.html'));
  if (explorer) router.get('/explorer', page('explorer/index.html'));
  return router;
}
