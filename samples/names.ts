/** Common names of a language, the commonest first. Wholly ordinary, of nobody. */
export interface Names {
  readonly women: readonly string[];
  readonly men: readonly string[];
  readonly surnames: readonly string[];
}

export const words = (text: string) => text.trim().split(/\s+/);

export const ENGLISH: Names = {
  women:
    words(`Olivia Amelia Emily Jessica Sophie Chloe Charlotte Lucy Grace Emma Hannah Megan Laura Rebecca Sarah Rachel Katie Amy
    Gemma Kelly Lisa Michelle Nicola Claire Karen Susan Julie Tracey Helen Margaret Patricia Linda Dorothy Ruth Naomi Beth`),
  men: words(`Oliver Jack Harry George Thomas James William Daniel Joseph Samuel Matthew Luke Ryan Adam Liam Connor Callum Lewis Aaron
    Kieran Dean Lee Craig Stuart Gary Kevin Stephen Paul Mark Andrew David Michael Peter Robert Richard Neil`),
  surnames:
    words(`Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright Thompson Evans Walker White Roberts Green
    Hall Wood Jackson Clarke Patel Hughes Edwards Hill Moore Harris Cooper Ward Turner Carter Phillips Mitchell Shaw Bell Baker
    Bennett Cook Gibson Palmer Marsh Holt Frost Barnes Webster O'Brien Marsden-Hale`),
};

export const HUNGARIAN: Names = {
  women:
    words(`Mária Erzsébet Katalin Ilona Éva Anna Zsuzsanna Margit Judit Ágnes Julianna Andrea Ildikó Erika Krisztina Mónika Anikó
    Edit Gabriella Szilvia Tímea Zsófia Réka Nóra Boglárka Dorottya Eszter Virág Petra Bernadett`),
  men: words(`László István József János Zoltán Sándor Gábor Ferenc Attila Péter Tamás Zsolt Tibor András Csaba Imre Lajos György
    Balázs Gyula Mihály Károly Róbert Dávid Dániel Ádám Krisztián Gergő Bence Szabolcs`),
  surnames:
    words(`Nagy Kovács Tóth Szabó Horváth Varga Kiss Molnár Németh Farkas Balogh Papp Lakatos Takács Juhász Oláh Mészáros
    Simon Rácz Fekete Szilágyi Török Fehér Gál Balázs Kis Szűcs Kocsis Fodor Pintér Orsós Szalai Sipos Magyar Lukács Gulyás Biró
    Király Katona László Jakab Bogdán Balog Sándor Boros Fazekas Kelemen Somogyi`),
};

export const ROMANIAN: Names = {
  women:
    words(`Maria Elena Ioana Ana Mihaela Andreea Cristina Alexandra Daniela Gabriela Ștefania Georgiana Raluca Simona Florentina
    Mădălina Roxana Oana Loredana Alina Camelia Lăcrămioara Viorica Rodica Ileana Denisa Bianca Larisa Nicoleta Țuțuca`),
  men: words(`Andrei Alexandru Ion Gheorghe Vasile Nicolae Mihai Constantin Ștefan Cristian Florin Marian Ionuț Daniel Gabriel Adrian
    Marius Bogdan Cătălin Răzvan Sorin Dumitru Petru Costel Dănuț Iulian Lucian Ovidiu Valentin Viorel`),
  surnames:
    words(`Popa Popescu Ionescu Radu Stan Dumitru Stoica Gheorghe Matei Ciobanu Rusu Munteanu Lazăr Constantin Șerban Moldovan
    Nistor Florea Dobre Barbu Tudor Dinu Mocanu Neagu Marin Oprea Voicu Preda Enache Bălan Țurcanu Mureșan Sandu Toma Ungureanu
    Apostol Grigore Olteanu Cojocaru Bucur Manea Păun Sârbu Văduva Ilie Ene`),
};

/** Surnames and patronymics in their form for men; for women they end in -а. */
export const BULGARIAN: Names = {
  women:
    words(`Мария Иванка Елена Йорданка Пенка Виктория Александра Десислава Цветелина Радка Стефка Гергана Юлия Живка Христина
    Силвия Теодора Жанета Щерина Екатерина Надежда Яна Боряна Милена Ралица Гинка Ваня Кремена Нели Снежана`),
  men: words(`Георги Иван Димитър Николай Петър Христо Йордан Стефан Тодор Васил Александър Стоян Пламен Красимир Цветан Живко Щерю Любомир
    Юлиян Боян Кирил Асен Румен Захари Жельо Първан Ангел Борислав Калоян Янко`),
  surnames:
    words(`Иванов Георгиев Димитров Петров Николов Стоянов Христов Тодоров Илиев Василев Атанасов Ангелов Йорданов Колев Костов
    Желязков Цветков Щерев Първанов Юруков Жеков Чолаков Шопов Яневски Ганчев Попов Маринов Станчев Русев Бойчев Кръстев Вълков Хаджиев
    Тончев Живков Узунов Златев Пеев Динев Митев`),
};

export const POLISH: Names = {
  women:
    words(`Anna Katarzyna Maria Małgorzata Agnieszka Barbara Krystyna Ewa Elżbieta Zofia Teresa Magdalena Joanna Janina Monika
    Danuta Jadwiga Aleksandra Halina Irena Beata Marta Dorota Jolanta Grażyna Iwona Wiesława Żaneta Łucja Paulina`),
  men: words(`Piotr Krzysztof Andrzej Tomasz Jan Paweł Michał Marcin Jakub Adam Stanisław Marek Łukasz Grzegorz Mateusz Wojciech Mariusz
    Dariusz Zbigniew Jerzy Maciej Rafał Robert Kamil Szymon Sławomir Jarosław Bartłomiej Wiesław Żegota`),
  surnames:
    words(`Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski Kozłowski
    Jankowski Mazur Kwiatkowski Krawczyk Piotrowski Grabowski Pawłowski Michalski Król Wieczorek Jabłoński Wróbel Stępień Adamczyk
    Malinowski Górski Rutkowski Sikora Baran Ostrowski Szewczyk Tomaszewski Pietrzak Marciniak Zając Duda Gąsior Żukowski Łuczak
    Chmielewski`),
};

export const VIETNAMESE: Names = {
  women:
    words(`Lan Hoa Hương Linh Trang Thảo Hạnh Mai Nga Phương Thủy Yến Ngọc Hằng Nhung Oanh Quỳnh Tuyết Vân Xuân Diệp Giang Hiền Khánh
    Loan My Như Thu Trâm Uyên`),
  men: words(`Hùng Dũng Cường Tuấn Minh Đức Hải Long Nam Phong Quân Sơn Thắng Trung Việt Anh Bình Đạt Giáp Hiếu Khoa Lâm Nghĩa Phúc Quang Tài
    Thành Toàn Vinh Kiên`),
  surnames:
    words(`Nguyễn Nguyễn Nguyễn Nguyễn Trần Trần Lê Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đoàn Trịnh Mai Cao Lương
    Tạ Quách Chu`),
};

/** Middle names, which most Vietnamese have. */
export const VIETNAMESE_MIDDLE = {
  women: words('Thị Thị Thị Ngọc Thanh Kim Bích Hồng Minh Thùy'),
  men: words('Văn Văn Văn Đức Quang Minh Hữu Công Xuân Thanh'),
};

export const ALBANIAN: Names = {
  women: words(
    'Fatmire Valbona Elira Mimoza Teuta Blerta Arta Drita Shpresa Vjollca Besa Fjolla Ardita Zana Luljeta Çiljeta',
  ),
  men: words('Arben Agim Besnik Fatos Gjergj Ilir Luan Përparim Qazim Shkëlqim Valon Xhevdet Ylli Zef Kreshnik Flamur'),
  surnames: words(
    'Hoxha Shehu Dervishi Prifti Gjoka Krasniqi Berisha Gashi Morina Rexhepi Çela Leka Marku Kola Dushku Xhaferi Ndreca Zogu',
  ),
};
