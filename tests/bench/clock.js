/* How long a choice takes until the last picture that it changes is drawn. Works on any page of Dash and Plotly. */
window.clock = {
  QUIET_MS: 600,

  choose(place) {
    return new Promise(resolve => {
      let last = null, timer = null;
      const begin = performance.now();
      const done = () => { graphs.forEach(graph => graph.removeListener("plotly_afterplot", drawn)); resolve(last - begin); };
      const drawn = () => {
        last = performance.now();
        clearTimeout(timer);
        timer = setTimeout(done, clock.QUIET_MS);
      };
      const graphs = [...document.querySelectorAll(".js-plotly-plot")];
      graphs.forEach(graph => graph.on("plotly_afterplot", drawn));
      window.dash_clientside.set_props("district", {value: place});
    });
  },
};
