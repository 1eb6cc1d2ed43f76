import { expect, it } from '@jest/globals';
it('[I1] x', () => { expect(1).toBe(1); });
