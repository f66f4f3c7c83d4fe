"""What pages that anybody can open share: links in mails, mails of templates alone, limits by network."""
