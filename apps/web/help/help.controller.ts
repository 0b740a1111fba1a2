import { Controller, Get } from '@nestjs/common';
import { View, type Answer } from '../http/view';

@Controller('help')
export class HelpController {
  @Get()
  help(): Answer {
    return new View('help/help.njk');
  }
}
