/* global performance, window, document, PerformanceObserver, MessageChannel, requestAnimationFrame, innerHeight */

/**
 * Runs in the measured page before its own code and leaves `window.__m`. It is sent as text, so it stands alone.
 * A time is that of the end of the first frame that shows the change, after the event that caused it.
 */
export function inject({ row, rowMatch, toggle, toggleState = 'checked' }) {
  const matches = new RegExp(rowMatch || '\\S');
  const m = { long: [], fcp: 0, lcp: 0, events: [], row: null, watch: null };
  window.__m = m;

  const observe = (type, each, options = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true, ...options });
  observe('longtask', (entry) => m.long.push([entry.startTime, entry.duration]));
  observe('paint', (entry) => {
    if (entry.name === 'first-contentful-paint') m.fcp = entry.startTime;
  });
  observe('largest-contentful-paint', (entry) => {
    m.lcp = entry.startTime;
  });
  observe(
    'event',
    (entry) => {
      if (entry.interactionId) m.events.push([entry.name, entry.duration, entry.startTime]);
    },
    { durationThreshold: 16 },
  );

  const isVisible = (element) => {
    const { width, height, top, bottom } = element.getBoundingClientRect();
    return width > 0 && height > 0 && top < innerHeight && bottom > 0;
  };
  /** The first row that is shown. Few are looked at in each frame, or looking would be what is measured. */
  m.first = () => {
    let left = 20;
    for (const element of document.querySelectorAll(row)) {
      if (matches.test(element.textContent) && isVisible(element)) return element;
      left -= 1;
      if (left < 0) return null;
    }
    return null;
  };
  m.state = () => {
    const element = document.querySelector(toggle);
    if (!element) return null;
    return toggleState === 'checked' ? String(element.checked) : element.getAttribute(toggleState);
  };

  /** A message that is posted in a frame arrives after that frame was produced. */
  const afterPaint = (then) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => then(performance.now());
    channel.port2.postMessage(0);
  };
  const eachFrame = (look) =>
    requestAnimationFrame(function frame() {
      if (look(performance.now()) !== true) requestAnimationFrame(frame);
    });
  eachFrame(() => {
    if (!document.body || !m.first()) return false;
    afterPaint((at) => {
      m.row = at;
    });
    return true;
  });

  const arm = (type, start) => {
    const watch = { from: null, done: false, ms: null };
    m.watch = watch;
    const begin = (event) => {
      watch.from = event.timeStamp;
      m.events.length = 0;
      start(watch);
    };
    window.addEventListener(type, begin, { capture: true, once: true });
  };
  const until = (shown) => (watch) =>
    eachFrame(() => {
      if (!shown()) return false;
      afterPaint((at) => {
        watch.ms = at - watch.from;
        watch.done = true;
      });
      return true;
    });

  m.armNav = () => arm('click', until(m.first));
  m.armFilter = () => {
    const before = m.first()?.textContent;
    const changed = () => {
      const now = m.first()?.textContent;
      return now && now !== before;
    };
    arm('keydown', until(changed));
  };
  /** A switch that falls back and changes again counts from the last time it changed. */
  m.armToggle = () => {
    const before = m.state();
    arm('click', (watch) => {
      const end = performance.now() + 800;
      let since = null;
      eachFrame((now) => {
        const changed = m.state() !== null && m.state() !== before;
        if (!changed) since = null;
        else if (since === null) {
          since = -1;
          afterPaint((at) => {
            if (since === -1) since = at;
          });
        }
        if (now <= end) return false;
        watch.ms = since > 0 ? since - watch.from : null;
        watch.done = true;
        return true;
      });
    });
  };
  m.armFrames = (ms) => {
    const watch = { done: false, frames: [] };
    m.watch = watch;
    const end = performance.now() + ms;
    let previous = null;
    requestAnimationFrame(function frame(at) {
      if (previous !== null) watch.frames.push(at - previous);
      previous = at;
      if (performance.now() < end) requestAnimationFrame(frame);
      else watch.done = true;
    });
  };
}
