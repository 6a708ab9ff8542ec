import React, { useEffect, useState } from 'react';
import type { ComponentType, ReactElement } from 'react';
import { i18n } from '@osd/i18n';
import type { ErrorDetails } from './error_callout';

export interface Placeholders<Props> {
  /** In place of the component while its code is loaded. */
  loading(props: Props): ReactElement | null;
  /** In place of a component whose code could not be loaded. */
  failed(props: Props, failure: LoadFailure): ReactElement;
}

export interface LoadFailure {
  error: ErrorDetails;
  retry(): void;
}

/** A component whose code is loaded when it is drawn for the first time, or before. */
type OnDemand<Props> = ComponentType<Props> & {
  /** Loads the code; a failure is shown where the component is drawn, which tries again. */
  preload(): void;
};

/**
 * A component of a chunk of its own. Unlike `React.lazy` it shows a failed load where the component
 * would be and can try again, and draws at once what is loaded already.
 */
export function onDemand<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  { loading, failed }: Placeholders<Props>
): OnDemand<Props> {
  let Loaded: ComponentType<Props> | undefined;
  const ensureLoaded = async () => {
    Loaded ??= await load();
  };

  function Part(props: Props) {
    const [attempt, setAttempt] = useState<Attempt>(FIRST_ATTEMPT);
    const { number, error } = attempt;
    const isLoaded = Loaded !== undefined;
    useEffect(() => {
      // what is drawn already would only be drawn again
      if (isLoaded) return;
      let isShown = true;
      const end = (result: ErrorDetails | null) => isShown && setAttempt({ number, error: result });
      ensureLoaded().then(
        () => end(null),
        (cause: unknown) => end(loadError(cause))
      );
      return () => {
        isShown = false;
      };
    }, [number, isLoaded]);
    if (Loaded) return <Loaded {...props} />;
    if (!error) return loading(props);
    return failed(props, {
      error,
      retry: () => setAttempt({ number: number + 1, error: null }),
    });
  }

  Part.preload = () => {
    ensureLoaded().catch(() => undefined);
  };
  return Part;
}

interface Attempt {
  number: number;
  error: ErrorDetails | null;
}
const FIRST_ATTEMPT: Attempt = { number: 0, error: null };

/** After an update of the plugin, a page that is still open asks for files that are gone. */
function loadError(cause: unknown): ErrorDetails {
  const message = i18n.translate('mlModels.onDemand.meaning', {
    defaultMessage:
      'Retry. If it fails again, reload the page: the plugin may have been updated. Browser message: “{cause}”',
    values: { cause: cause instanceof Error ? cause.message : String(cause) },
  });
  return { message };
}
