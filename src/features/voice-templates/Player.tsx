import { useState } from 'react';
import classes from './Player.module.css';

/** The browser's own player. What cannot be played can still be opened. */
export function Player({ url, name }: { url: string; name: string }) {
  const [failed, setFailed] = useState(false);
  return (
    <div className={classes.player}>
      {failed ? (
        <p className={classes.failed} role="status">
          This browser could not play the recording: it is gone, or its server does not let it be played here.
        </p>
      ) : (
        // The recordings are CallPage's and come without captions; what a greeting says is its name.
        // biome-ignore lint/a11y/useMediaCaption: see above
        <audio
          key={url}
          controls
          preload="none"
          src={url}
          aria-label={`Recording: ${name}`}
          onError={() => setFailed(true)}
        />
      )}
      <a href={url} target="_blank" rel="noreferrer">
        {url}
      </a>
    </div>
  );
}
