-- A photo belongs to a user, not to a tenant: which colleague may see it is asked where it is read.
grant select, insert, update, delete on user_photos to clientpulse_app, clientpulse_platform;
