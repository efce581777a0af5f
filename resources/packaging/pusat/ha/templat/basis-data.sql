-- Dijalankan sekali oleh Patroni pada simpul pertama: pemilik dan basis data kota.
CREATE ROLE sipokat LOGIN CREATEDB PASSWORD '${SANDI_SIPOKAT}';
CREATE DATABASE sipokat OWNER sipokat ENCODING 'UTF8' LOCALE 'C' TEMPLATE template0;
REVOKE ALL ON DATABASE sipokat FROM PUBLIC;
