/* How long a choice takes until what is in view has changed, and all of the page: works on any page. */
window.changed = {
  QUIET_MS: 700,

  /* act makes the choice; resolves to milliseconds until the last change of what is in view, and of anything. What is in
     view is looked at when all is quiet: a look between two changes would make the page be laid out once more. */
  after(act) {
    return new Promise(resolve => {
      const begin = performance.now(), moments = new Map();
      let timer = null;
      const watch = new MutationObserver(records => {
        records.forEach(record => moments.set(record.target, performance.now()));
        clearTimeout(timer);
        timer = setTimeout(done, changed.QUIET_MS);
      });
      const done = () => {
        watch.disconnect();
        const last = targets => Math.max(begin, ...targets.map(target => moments.get(target))) - begin;
        resolve([last([...moments.keys()].filter(changed.isInView)), last([...moments.keys()])]);
      };
      watch.observe(document.body, { childList: true, subtree: true, attributes: true, characterData: true });
      timer = setTimeout(done, 10 * changed.QUIET_MS);
      act();
    });
  },

  /* A box of one pixel is for those who hear a page. */
  isInView(target) {
    const element = target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement;
    const box = element && element.getBoundingClientRect();
    return Boolean(box) && box.bottom > 0 && box.top < innerHeight && box.width > 1 && box.height > 1;
  },

  /* A picture with shapes in it, or an image that has come, as large as one that is read. */
  isPicture(element) {
    const box = element.getBoundingClientRect();
    const isDrawn = element.tagName === "IMG" ? element.complete : element.querySelectorAll("path, rect, circle").length > 20;
    return isDrawn && box.width >= 300 && box.height >= 150 && box.top < innerHeight;
  },
};

const look = () => {
  if (document.body && [...document.querySelectorAll("svg, img")].some(changed.isPicture)) {
    changed.firstPicture = performance.now();
  } else {
    requestAnimationFrame(look);
  }
};
requestAnimationFrame(look);
