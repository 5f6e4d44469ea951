/* banned.h - calls that do not compile here (R25). Included by the compiler's command line, after the system's own headers. */
#ifndef BASE_BANNED_H
#define BASE_BANNED_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#pragma GCC poison strcpy strcat sprintf vsprintf gets strtok atoi atol atof gmtime localtime asctime ctime system popen
#pragma GCC poison tmpnam mktemp

#endif
