package kz.senim.server.web;

/**
 * A person asked for more than is their turn, and was told to come back.
 *
 * @param request its method and path
 */
public record TooMuch(Viewer viewer, String request) {}
