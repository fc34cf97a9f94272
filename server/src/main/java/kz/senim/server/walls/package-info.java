/**
 * In whose name the database is asked, and the role that cannot go round its row-level security.
 */
@org.jspecify.annotations.NullMarked
package kz.senim.server.walls;
