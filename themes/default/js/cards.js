// Cards beside links where the browser does not show them of itself: on hover and focus, away on leaving and on Escape.
{
  const links = document.querySelectorAll('a[interestfor]');
  const isNeeded = !('interestForElement' in HTMLAnchorElement.prototype) && 'showPopover' in HTMLElement.prototype;
  let shown;
  let timer;

  function hide() {
    clearTimeout(timer);
    if (shown?.matches(':popover-open')) shown.hidePopover();
    shown = undefined;
  }

  function show(link) {
    hide();
    timer = setTimeout(() => {
      shown = document.getElementById(link.getAttribute('interestfor'));
      if (!shown) return;
      shown.showPopover();
      const { left, bottom, top } = link.getBoundingClientRect();
      const { offsetWidth: width, offsetHeight: height } = shown;
      const y = bottom + height + 4 > innerHeight ? top - height - 4 : bottom + 4;
      Object.assign(shown.style, { inset: 'auto', margin: '0', left: `${Math.max(4, Math.min(left, innerWidth - width - 4))}px`, top: `${Math.max(4, y)}px` });
    }, 400);
  }

  if (isNeeded) {
    for (const link of links) {
      for (const event of ['mouseenter', 'focus']) link.addEventListener(event, () => show(link));
      for (const event of ['mouseleave', 'blur']) {
        link.addEventListener(event, () => {
          clearTimeout(timer);
          timer = setTimeout(() => shown?.matches(':hover') || hide(), 250);
        });
      }
    }
    document.addEventListener('keydown', ({ key }) => key === 'Escape' && hide());
  }
}
