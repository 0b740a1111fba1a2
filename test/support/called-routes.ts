import path from 'node:path';
import ts from 'typescript';

/** A request that source code makes, as far as its address is written there: `*` stands for what is only known when it runs. */
export interface Called {
  readonly method: string;
  readonly path: string;
}
export interface ApiRoute {
  readonly id: string;
  readonly method: string;
  /** As `/api/v1/filters/{id}`. */
  readonly path: string;
}

/** The methods of the pages' way to the API, and what they send. */
const METHODS: Readonly<Record<string, string>> = {
  ...{ get: 'GET', find: 'GET', stream: 'GET', follow: 'GET' },
  ...{ post: 'POST', upload: 'POST', put: 'PUT', delete: 'DELETE' },
};
/** How many functions an address is followed through. */
const DEEPEST = 8;
const ANY = '*';

type Callable = ts.FunctionDeclaration | ts.ArrowFunction | ts.MethodDeclaration | ts.FunctionExpression;
type Bindings = ReadonlyMap<ts.Symbol, readonly string[]>;

/** All requests that source code makes through a class, whose addresses are followed through constants and functions. */
export function calledBy(files: readonly string[], className: string): readonly Called[] {
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(path.resolve('tsconfig.json'), (name) => ts.sys.readFile(name)).config,
    ts.sys,
    process.cwd(),
  );
  const program = ts.createProgram([...files], { ...options, noEmit: true });
  return new Reader(
    program.getTypeChecker(),
    program.getSourceFiles().filter(({ isDeclarationFile }) => !isDeclarationFile),
  ).read(className);
}

class Reader {
  /** By the declaration of what is called: a method may have several symbols. */
  private readonly callsOf = new Map<ts.Declaration, ts.CallExpression[]>();

  constructor(
    private readonly checker: ts.TypeChecker,
    private readonly sources: readonly ts.SourceFile[],
  ) {}

  read(className: string): readonly Called[] {
    const calls: ts.CallExpression[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node)) {
        calls.push(node);
        const called = this.symbolOf(node.expression)?.declarations?.[0];
        if (called) this.callsOf.set(called, [...(this.callsOf.get(called) ?? []), node]);
      }
      ts.forEachChild(node, visit);
    };
    this.sources.forEach(visit);
    return calls.flatMap(({ expression, arguments: [address] }) => {
      if (!ts.isPropertyAccessExpression(expression) || !address) return [];
      const method = METHODS[expression.name.text];
      const sender = this.symbolOf(expression)?.declarations?.[0];
      const isOf =
        sender && ts.isMethodDeclaration(sender) && className === (sender.parent as ts.ClassDeclaration).name?.text;
      if (method === undefined || !isOf || expression.expression.kind === ts.SyntaxKind.ThisKeyword) return [];
      return this.textsOf(address, new Map(), 0).map((text) => ({ method, path: text.split('?')[0] as string }));
    });
  }

  /** What an expression may be; nothing where that cannot be told. */
  private textsOf(node: ts.Expression, bound: Bindings, depth: number): readonly string[] {
    if (depth > DEEPEST) return [];
    if (ts.isStringLiteralLike(node)) return [node.text];
    if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isNonNullExpression(node))
      return this.textsOf(node.expression, bound, depth);
    if (ts.isConditionalExpression(node))
      return [...this.textsOf(node.whenTrue, bound, depth), ...this.textsOf(node.whenFalse, bound, depth)];
    if (ts.isBinaryExpression(node)) {
      const [left, right] = [this.textsOf(node.left, bound, depth), this.textsOf(node.right, bound, depth)];
      return node.operatorToken.kind === ts.SyntaxKind.PlusToken ? joined(left, right) : [...left, ...right];
    }
    if (ts.isTemplateExpression(node))
      return node.templateSpans.reduce<readonly string[]>(
        (texts, { expression, literal }) => {
          const found = this.textsOf(expression, bound, depth + 1);
          return joined(joined(texts, found.length > 0 ? found : [ANY]), [literal.text]);
        },
        [node.head.text],
      );
    if (ts.isCallExpression(node)) return this.answeredBy(node, bound, depth + 1);
    if (ts.isIdentifier(node)) return this.meantBy(node, bound, depth + 1);
    return [];
  }

  private meantBy(node: ts.Identifier, bound: Bindings, depth: number): readonly string[] {
    const symbol = this.symbolOf(node);
    const given = symbol && bound.get(symbol);
    if (given) return given;
    const declaration = symbol?.valueDeclaration;
    if (declaration && ts.isVariableDeclaration(declaration) && declaration.initializer)
      return this.textsOf(declaration.initializer, bound, depth);
    if (declaration && ts.isParameter(declaration)) return this.passedTo(declaration, depth);
    return [];
  }

  /** What a parameter is given wherever its function is called. */
  private passedTo(parameter: ts.ParameterDeclaration, depth: number): readonly string[] {
    const owner = parameter.parent as Callable;
    const nth = owner.parameters.indexOf(parameter);
    const named = ts.isArrowFunction(owner) || ts.isFunctionExpression(owner) ? owner.parent : owner;
    const calls = this.callsOf.get(named as ts.Declaration) ?? [];
    const texts = calls.flatMap(({ arguments: all }) => {
      const value = all[nth] ?? parameter.initializer;
      return value ? this.textsOf(value, new Map(), depth + 1) : [];
    });
    return [...new Set(texts)];
  }

  /** What a function answers that is called with these arguments. */
  private answeredBy(
    { expression, arguments: all }: ts.CallExpression,
    bound: Bindings,
    depth: number,
  ): readonly string[] {
    const declaration = this.symbolOf(expression)?.declarations?.find((one) => bodyOf(one) !== undefined);
    const called = declaration && bodyOf(declaration);
    if (!called) return [];
    const inner = new Map<ts.Symbol, readonly string[]>();
    called.parameters.forEach((parameter, nth) => {
      const symbol = this.symbolOf(parameter.name);
      const value = all[nth] ?? parameter.initializer;
      const texts = value ? this.textsOf(value, bound, depth) : [];
      if (symbol) inner.set(symbol, texts.length > 0 ? texts : [ANY]);
    });
    return answersOf(called).flatMap((one) => this.textsOf(one, inner, depth));
  }

  private symbolOf(node: ts.Node): ts.Symbol | undefined {
    const at = ts.isPropertyAccessExpression(node) ? node.name : node;
    const symbol = this.checker.getSymbolAtLocation(at);
    return symbol && (symbol.flags & ts.SymbolFlags.Alias) !== 0 ? this.checker.getAliasedSymbol(symbol) : symbol;
  }
}

function bodyOf(node: ts.Node): Callable | undefined {
  if (ts.isVariableDeclaration(node)) return node.initializer && bodyOf(node.initializer);
  if (ts.isFunctionDeclaration(node) || ts.isArrowFunction(node) || ts.isMethodDeclaration(node))
    return node.body && !node.getSourceFile().isDeclarationFile ? node : undefined;
  return undefined;
}

function answersOf({ body }: Callable): readonly ts.Expression[] {
  if (!body) return [];
  if (!ts.isBlock(body)) return [body];
  const answers: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isReturnStatement(node) && node.expression) answers.push(node.expression);
    else if (!ts.isFunctionLike(node)) ts.forEachChild(node, visit);
  };
  ts.forEachChild(body, visit);
  return answers;
}

const joined = (some: readonly string[], more: readonly string[]): readonly string[] =>
  some.flatMap((one) => more.map((other) => one + other));

/**
 * The routes that a request reaches. Where what is only known when it runs stands in the place of a parameter of some route, no
 * other route is meant.
 */
export function reachedBy({ method, path: address }: Called, routes: readonly ApiRoute[]): readonly ApiRoute[] {
  const asked = address.split('/');
  const found = routes.filter((route) => route.method === method && fits(asked, route.path.split('/')));
  const closest = found.filter((route) =>
    route.path.split('/').every((part, nth) => part.startsWith('{') || !asked[nth]?.includes(ANY)),
  );
  return closest.length > 0 ? closest : found;
}

function fits(asked: readonly string[], route: readonly string[]): boolean {
  return (
    asked.length === route.length &&
    asked.every((part, nth) => {
      const own = route[nth] as string;
      return (
        own.startsWith('{') ||
        part === own ||
        new RegExp(`^${part.replaceAll('.', '\\.').replaceAll(ANY, '.+')}$`).test(own)
      );
    })
  );
}
