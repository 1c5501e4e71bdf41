// Where these tests stand.

import Testing
