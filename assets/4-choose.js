/* What the reader chooses, on a picture, in a list or with a control, becomes an address, here and at once: no choice waits
   for an answer, and no answer that comes late undoes one. What of it means something the server decides: its answer brings
   the address in order. Dash's controls of place and period follow the address; what else they hold, the reader has set. */
(function () {
  "use strict";

  var MOST_DISTRICTS = 4, FEWEST_WHOLE_YEARS = 2, START = "overview";
  var MOMENT = /^(\d{4})-(\d{2})/;
  var held = {}, path = null;

  function about(name) {
    return document.getElementById("main").dataset[name].split(" ").filter(Boolean);
  }

  /* An address in parts: the words of its path, and what is chosen in its query. */
  function read(href) {
    var there = new URL(href, window.location.href);
    var words = there.pathname.slice(about("base")[0].length).split("/");
    return { language: words[0], topic: words[1] || START, place: words[2] || "", query: there.searchParams };
  }

  /* Choices in the order in which the server writes them. */
  function search(query) {
    var pairs = about("order").filter(function (key) { return query.get(key); }).map(function (key) {
      return key + "=" + encodeURIComponent(query.get(key)).replace(/%2C/g, ",");
    });
    return pairs.length ? "?" + pairs.join("&") : "";
  }

  function write(there) {
    var path = [there.language, there.topic, there.place].filter(Boolean).join("/");
    return about("base")[0] + path + search(there.query);
  }

  function set(query, key, value) {
    if (value) {
      query.set(key, value);
    } else {
      query.delete(key);
    }
  }

  function districts(there) {
    return there.topic === "district" ? [there.place] : (there.query.get("district") || "").split(",").filter(Boolean);
  }

  function toPage(there, topic, place) {
    there.topic = place ? topic : START;
    there.place = place;
  }

  /* The page of a place is of one; choosing another leads to its page. */
  function setDistricts(there, slugs) {
    if (there.topic === "district" || (there.topic === "site" && slugs.length)) {
      toPage(there, "district", slugs[0] || "");
    } else {
      set(there.query, "district", Array.from(new Set(slugs)).slice(0, MOST_DISTRICTS).join(","));
    }
  }

  /* First and last year that the slider shows. */
  function years(there) {
    var known = about("years").map(Number);
    return ["since", "until"].map(function (key, end) {
      var year = Number((there.query.get(key) || "").slice(0, 4)) || known[end];
      return Math.min(Math.max(year, known[0]), known[1]);
    });
  }

  function setPeriod(there, since, until) {
    set(there.query, "since", since);
    set(there.query, "until", until);
  }

  /* All years that are known are no choice; those that are shown already are no other. */
  function setYears(there, span) {
    var isWhole = span.join() === about("years").join();
    if (span.join() !== years(there).join()) {
      setPeriod(there, isWhole ? "" : String(span[0]), isWhole ? "" : String(span[1]));
    }
  }

  function setOption(there, key, value) {
    if (there.topic === key) {
      toPage(there, key, there.place === value ? "" : value);
      return;
    }
    var isHeld = there.query.get(key) === value, lead = about("leads").find(function (one) { return one.startsWith(key + ":"); });
    set(there.query, key, isHeld ? "" : value);
    if (lead && !isHeld) {
      there.topic = lead.slice(key.length + 1);
      there.place = there.topic === key ? value : "";
      set(there.query, key, there.topic === key ? "" : value);
    }
  }

  /* What a mark chooses that stands for ``key:value``, or lets go. */
  var TOGGLES = {
    district: function (there, slug) {
      var slugs = districts(there);
      setDistricts(there, slugs[0] === slug ? [] : [slug].concat(slugs.slice(1)));
    },
    beside: function (there, slug) {
      var slugs = districts(there), rest = slugs.filter(function (one) { return one !== slug; });
      setDistricts(there, rest.length < slugs.length ? rest : slugs.concat(slug));
    },
    period: function (there, moment) {
      var isHeld = there.query.get("since") === moment && there.query.get("until") === moment;
      setPeriod(there, isHeld ? "" : moment, isHeld ? "" : moment);
    },
  };

  function toggle(there, mark) {
    var key = mark.slice(0, mark.indexOf(":")), value = mark.slice(key.length + 1);
    if (TOGGLES[key]) {
      TOGGLES[key](there, value);
    } else {
      setOption(there, key, value);
    }
  }

  /* A stretch of a time axis: whole years where it is long, else months. */
  function stretch(there, ends) {
    var moments = ends.map(function (end) { return MOMENT.exec(end); }).sort(), known = about("years").map(Number);
    if (moments.every(Boolean)) {
      var first = Number(moments[0][1]), last = Number(moments[1][1]);
      if (last - first >= FEWEST_WHOLE_YEARS) {
        setYears(there, [Math.max(first, known[0]), Math.min(last, known[1])]);
      } else {
        setPeriod(there, moments[0][0], moments[1][0]);
      }
    }
  }

  /* The option that holds without a choice is not written; the place that a page is of stands in its path. */
  function setList(there, list) {
    if (list.hasAttribute("data-in-path")) {
      there.place = list.value;
    } else {
      set(there.query, list.name, list.value === list.dataset.default ? "" : list.value);
    }
  }

  function isSame(one, other) {
    return JSON.stringify([].concat(one || [])) === JSON.stringify([].concat(other || []));
  }

  /* Hears a control that holds something else than the address. */
  function hear(name, put) {
    return function (value) {
      if (!isSame(value, held[name])) {
        held[name] = value;
        act(put, value);
      }
    };
  }

  function bring(name, value) {
    if (!isSame(value, held[name])) {
      held[name] = value;
      window.dash_clientside.set_props(name, { value: value });
    }
  }

  /* Brings the controls to what the address says, when those of its page are there. */
  function follow() {
    if (path === window.location.pathname) {
      var there = read(window.location.href), slugs = districts(there);
      bring("district", there.topic === "compare" ? slugs : slugs[0] || null);
      bring("period", years(there));
    }
  }

  function act(put, what) {
    var there = read(window.location.href);
    put(there, what);
    var href = write(there);
    if (href !== window.location.pathname + window.location.search) {
      window.show.go(href);
    }
  }

  document.addEventListener("change", function (event) {
    var list = event.target.closest && event.target.closest("#choices select");
    if (list) {
      act(setList, list);
    }
  });

  window.choose = {
    follow: follow,
    mark: function (mark) { act(toggle, mark); },
    stretch: function (ends) { act(stretch, ends); },
    /* Where the picture of a panel will be now, as far as the address tells; the place of a page is in its path. */
    picture: function (panel) {
      var there = read(window.location.href), picture = new URL(panel.dataset.figure, window.location.href);
      panel.dataset.heeds.split(" ").filter(function (key) { return key !== there.topic; }).forEach(function (key) {
        set(picture.searchParams, key, there.query.get(key));
      });
      return picture.pathname + search(picture.searchParams);
    },
  };
  window.dash_clientside = Object.assign(window.dash_clientside || {}, {
    choose: {
      district: hear("district", function (there, value) { setDistricts(there, [].concat(value || [])); }),
      period: hear("period", function (there, span) { setYears(there, span || []); }),
      /* Controls that were made anew may be of an address before this one. */
      made: function (controls) {
        held = {};
        path = controls && window.location.pathname;
        follow();
      },
    },
  });
})();
