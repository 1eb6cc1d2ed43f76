import type { AddressInfo } from 'node:net';
import { fastify } from 'fastify';
import { mercurius } from 'mercurius';
import { buildRostrumSchema } from '../../../src/schema.js';
import { sayWhere } from './serve.js';
import { openContexts } from './services.js';

/** Rostrum's schema behind Mercurius, whose compiler takes a document that comes a second time. */
const context = await openContexts();
const app = fastify();
await app.register(mercurius, { schema: await buildRostrumSchema(), jit: 1, context: () => context() });
await app.listen({ port: 0, host: '127.0.0.1' });
sayWhere((app.server.address() as AddressInfo).port);
