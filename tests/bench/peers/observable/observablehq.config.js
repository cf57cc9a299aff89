export default { root: "src", output: "dist", theme: [], globalStylesheets: [], sidebar: false, pager: false, header: "", footer: "" };
