import { type Attributes, context, propagation, ROOT_CONTEXT, SpanStatusCode, trace } from '@opentelemetry/api';

/** Whether somebody collects traces; without, everything here costs this one look. */
let isOn = false;

export function turnTracing(on: boolean): void {
  isOn = on;
}

/**
 * The work, as a span under the given traceparent or under what is going on; it may add what it learns to the span. Spans
 * bear ids, numbers and codes, and never a text that somebody typed.
 */
export function inSpan<Result>(
  name: string,
  attributes: Attributes,
  work: (note: (attributes: Attributes) => void) => Result,
  parent?: string,
): Result {
  if (!isOn) return work(ignore);
  const from = parent === undefined ? context.active() : following(parent);
  return trace.getTracer('rostrum').startActiveSpan(name, { attributes }, from, (span) => {
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

/** The work, as part of the trace that a request says it belongs to. */
export function inTrace<Result>(parent: string | undefined, work: () => Result): Result {
  return isOn && parent !== undefined ? context.with(following(parent), work) : work();
}

/** What is going on, as a W3C traceparent for those who go on with it elsewhere. */
export function traceparent(): string | undefined {
  if (!isOn) return undefined;
  const carrier: { traceparent?: string } = {};
  propagation.inject(context.active(), carrier);
  return carrier.traceparent;
}

const following = (parent: string) => propagation.extract(ROOT_CONTEXT, { traceparent: parent });

const ignore = () => {};
