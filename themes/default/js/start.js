// What runs when a page is there. Pages are whole without it.

const form = document.querySelector('.masthead form');
if (form) jump(form);
const place = document.querySelector('[data-search]');
if (place) searchPage(place);
