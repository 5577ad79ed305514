// Shows the findings whose rule and confidence are ticked.
const form = document.getElementById("filter");
if (form) {
  const ticked = name => new Set([...form.querySelectorAll(`input[name=${name}]:checked`)].map(box => box.value));
  const filter = () => {
    const rules = ticked("rule"), confidences = ticked("confidence");
    let shown = 0;
    for (const finding of document.querySelectorAll("article")) {
      finding.hidden = !rules.has(finding.dataset.rule) || !confidences.has(finding.dataset.confidence);
      if (!finding.hidden) shown++;
    }
    document.getElementById("shown").textContent = shown;
  };
  for (const button of form.querySelectorAll("button")) {
    button.addEventListener("click", () => {
      for (const box of form.querySelectorAll("input[name=rule]")) box.checked = button.dataset.tick === "true";
      filter();
    });
  }
  form.hidden = false;
  form.addEventListener("change", filter);
  filter(); // browsers keep ticks over a reload
}
