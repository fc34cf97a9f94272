package kz.senim.server.api;

import java.util.List;

/**
 * Something wrong with a request.
 *
 * @param pointer a JSON Pointer (RFC 6901) into the body, or the name of a parameter or header
 * @param key the text that says what is wrong
 * @param fix the text that says what would be right
 * @param args of both texts
 */
record Mistake(String pointer, String key, String fix, List<Object> args) {}
