/* Brings what stands in a place to what is written now. What both have in common stays as it is: with the keyboard on it,
   opened, marked by the reader or rewritten by a translator. */
(function () {
  "use strict";

  function parsed(html) {
    var template = document.createElement("template");
    template.innerHTML = html;
    return template.content;
  }

  function nodes(parent) {
    return Array.from(parent.childNodes);
  }

  function isAlike(one, other) {
    return one.nodeName === other.nodeName && one.className === other.className;
  }

  /* Whether nobody has added to what was written or taken from it. */
  function isAsWritten(live, before) {
    var written = nodes(before);
    return live.childNodes.length === written.length && written.every(function (node, number) {
      return node.nodeName === live.childNodes[number].nodeName;
    });
  }

  function rename(live, before, after) {
    before.getAttributeNames().concat(after.getAttributeNames()).forEach(function (name) {
      var value = after.getAttribute(name);
      if (value === null) {
        live.removeAttribute(name);
      } else if (value !== before.getAttribute(name)) {
        live.setAttribute(name, value);
      }
    });
  }

  /* Brings an element from what was written before to what is written now. */
  function follow(live, before, after) {
    if (before.isEqualNode(after)) {
      return;
    }
    if (after.nodeType === Node.TEXT_NODE) {
      live.data = after.data;
      return;
    }
    if (after.nodeType === Node.ELEMENT_NODE) {
      rename(live, before, after);
    }
    fill(live, before, after);
  }

  /* What was there and is again, in this order, stays; the rest goes, and what is new comes between. */
  function fill(live, before, after) {
    if (!before.firstChild && !after.firstChild) {
      return;  // what stands there is of another script
    }
    if (!isAsWritten(live, before)) {
      live.replaceChildren.apply(live, nodes(document.importNode(after, true)));
      return;
    }
    var left = nodes(before), standing = nodes(live);
    nodes(after).forEach(function (node) {
      var found = left.findIndex(function (one) { return isAlike(one, node); });
      if (found < 0) {
        live.insertBefore(document.importNode(node, true), standing[0] || null);
        return;
      }
      standing.splice(0, found).forEach(function (gone) { gone.remove(); });
      left.splice(0, found);
      follow(standing.shift(), left.shift(), node);
    });
    standing.forEach(function (gone) { gone.remove(); });
  }

  /* What was written into a place is kept beside it: others may change what stands there. */
  window.morph = function (place, html) {
    if (place.writtenFrom !== html) {
      fill(place, parsed(place.writtenFrom), parsed(html));
      place.writtenFrom = html;
    }
  };
})();
