import { furnitureBookFacts } from './furniture-book-facts.ts';
import { memoryFurnitureBook } from './memory-furniture-book.ts';

furnitureBookFacts(memoryFurnitureBook);
