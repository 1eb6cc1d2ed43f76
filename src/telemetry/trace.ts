import { type Attributes, context, propagation, ROOT_CONTEXT, SpanStatusCode, trace } from '@opentelemetry/api';

/** Whether somebody collects traces; without, everything here costs this one look. */
let isOn = false;

export function turnTracing(on: boolean): void {
  isOn = on;
}

/** What a span says: ids, numbers and codes, and never a text that somebody typed. */
type Note = (attributes: Attributes) => void;

/** The work, as a span under what is going on; it may note what it learns. [O2] */
export function inSpan<Result>(name: string, work: (note: Note) => Result): Result {
  if (!isOn) return work(ignore);
  return trace.getTracer('rostrum').startActiveSpan(name, (span) => {
    const end = (error?: { code?: unknown; name?: string }) => {
      if (error) {
        span.setStatus({ code: SpanStatusCode.ERROR });
        span.setAttribute('error.type', String(error.code ?? error.name));
      }
      span.end();
    };
    try {
      const result = work((learnt) => void span.setAttributes(learnt));
      if (result instanceof Promise) result.then(() => end(), end);
      else end();
      return result;
    } catch (error) {
      end(error as Error);
      throw error;
    }
  });
}

/** The same, as something that follows from a command, perhaps one on another server; without its traceparent, the bare work. */
export function inSpanOf<Result>(parent: string | undefined, name: string, work: (note: Note) => Result): Result {
  return isOn && parent ? inTrace(parent, () => inSpan(name, work)) : work(ignore);
}

/** The work, as part of the trace that a request says it belongs to. */
export function inTrace<Result>(parent: string | undefined, work: () => Result): Result {
  if (!isOn || !parent) return work();
  return context.with(propagation.extract(ROOT_CONTEXT, { traceparent: parent }), work);
}

/** What is going on, as a W3C traceparent for those who go on with it elsewhere. */
export function traceparent(): string | undefined {
  if (!isOn) return undefined;
  const carrier: { traceparent?: string } = {};
  propagation.inject(context.active(), carrier);
  return carrier.traceparent;
}

const ignore = () => {};
