import type { ErrorRequestHandler, RequestHandler } from 'express';
import { Refusal } from '../errors.js';
import { presentError, type ReportBug, tongueOf, translate } from './present.js';

/** What goes wrong before a door is reached, such as a body that is no JSON: told as the doors tell it. [E3] */
export const answerErrors =
  (reportBug: ReportBug): ErrorRequestHandler =>
  (error, request, response, next) => {
    if (response.headersSent) return next(error);
    const status = error instanceof Refusal ? 401 : Number(error.status) || 500;
    const isRequest = status < 500 && !(error instanceof Refusal);
    const refusal = isRequest ? new Refusal('BAD_REQUEST', { detail: error.message }) : error;
    const told = translate(presentError(refusal, reportBug), tongueOf(request.headers['accept-language']));
    response.status(status).json({ errors: [told] });
  };

/** A body that says itself that it is too large is not waited for. [G4] */
export const refuseLarge =
  (most: number): RequestHandler =>
  (request, response, next) => {
    if (!(Number(request.headers['content-length'] ?? 0) > most)) return next();
    response.set('Connection', 'close');
    next(Object.assign(new Error('request entity too large'), { status: 413 }));
  };
