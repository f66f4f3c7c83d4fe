"""An event as something to pin up, to post and to show beside a link: flyer, square and card, as PDF and PNG."""
