-- Wraps of keys, their succession and what a person remembers of them stay in their group too, as dossiers do.
create trigger stays before update on sealed.key_wrap for each row execute function sealed.stays();
create trigger stays before update on sealed.succession for each row execute function sealed.stays();
create trigger stays before update on sealed.pin for each row execute function sealed.stays();
