"""Getting in: signing in and out, second factors, invitations, one's own account; on django-allauth."""
