-- Holds and requests stay in their group, as the dossiers they are about do.
create trigger stays before update on sealed.hold for each row execute function sealed.stays();
create trigger stays before update on sealed.request for each row execute function sealed.stays();
